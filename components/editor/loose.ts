// Reading a draft, whose values may still be anything.
import type { Loose } from '../../utils/config/draft';

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const linesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

export const looseOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};

export const listOf = (value: unknown): Loose[] => (Array.isArray(value) ? value.map(looseOf) : []);
