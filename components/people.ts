import type { Person } from '../utils/domain/records';
import { t } from '../utils/platform/messages';

/** The first person is made at consent without a name. */
export const personName = (person: Person) => person.name || t('person_nameless');

/** In the order they came, so that everybody finds their name where it was. */
export const presentPeople = (people: readonly Person[]) =>
  people.filter((person) => person.retiredAt === null).sort((a, b) => a.createdAt - b.createdAt);
