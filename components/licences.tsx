// The licences of the libraries inside, read from the file that the build wrote.
import { useEffect, useState } from 'preact/hooks';
import { tCount } from '../utils/platform/messages';
import { Disclosure } from './disclosure';

export interface Licence {
  name: string;
  version: string;
  licence: string;
  text: string;
}

export function Licences({ read }: { read: () => Promise<Licence[]> }) {
  const [licences, setLicences] = useState<Licence[]>([]);
  useEffect(() => {
    void read().then(setLicences, () => setLicences([]));
  }, [read]);
  if (licences.length === 0) return null;
  return (
    <Disclosure label={tCount('licences', licences.length)}>
      <ul class="licences">
        {licences.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <b>{name}</b> {version} · {licence}
            {text ? <LicenceText name={name} text={text} /> : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function LicenceText({ name, text }: { name: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section tabIndex={0} aria-label={name} lang="en">
      <pre>{text}</pre>
    </section>
  );
}
