// From installing to measuring on one page: consent, then (unless the organisation's build brings them) the
// hosts, then nothing more. At most three presses, the browser's own question not counted.
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import type { FirstSeen } from '../utils/storage/overview';
import { Consent } from './consent';
import { HostGrant, type PortalHosts } from './host-grant';
import { MetricValue } from './metric-value';
import { Loading, ReadFailed } from './notice';

export type WelcomeStep =
  | { step: 'loading' }
  | { step: 'failed' }
  | { step: 'consent'; regions: readonly string[] }
  | { step: 'hosts'; portals: readonly PortalHosts[]; refused: boolean }
  /** `managedTitle`: the list that the organisation's build brought along. */
  | { step: 'done'; managedTitle: string | null; firstSeen: FirstSeen | null };

interface WelcomeFacts {
  state: 'loading' | 'failed' | 'ready';
  consented: boolean;
  regions: readonly string[];
  /** Chosen hosts are still to be granted. */
  asks: boolean;
  refused: boolean;
  portals: readonly PortalHosts[];
  managedTitle: string | null;
  /** The first portal that was measured; null until then. */
  firstSeen: FirstSeen | null;
}

export function nextStep(facts: WelcomeFacts): WelcomeStep {
  if (facts.state !== 'ready') return { step: facts.state };
  if (!facts.consented) return { step: 'consent', regions: facts.regions };
  if (facts.asks) return { step: 'hosts', portals: facts.portals, refused: facts.refused };
  return { step: 'done', managedTitle: facts.managedTitle, firstSeen: facts.firstSeen };
}

interface WelcomeViewProps {
  now: WelcomeStep;
  problem: Problem | null;
  onStart: (region: string | null) => void;
  onGrant: () => void;
}

export function WelcomeView({ now, problem, onStart, onGrant }: WelcomeViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<WelcomeStep['step']>('loading');
  // The pressed button is gone with its step: the keyboard goes on where the new one begins.
  useEffect(() => {
    if (shown.current === 'consent' || shown.current === 'hosts') place.current?.focus();
    shown.current = now.step;
  }, [now.step]);
  return (
    <main class="page welcome">
      <header>
        <p class="brand">
          <img src="/icons/48.png" alt="" width="24" height="24" /> {t('appName')}
        </p>
      </header>
      <div class="step" tabIndex={-1} ref={place}>
        <Step now={now} problem={problem} onStart={onStart} onGrant={onGrant} />
      </div>
    </main>
  );
}

function Step({ now, problem, onStart, onGrant }: WelcomeViewProps) {
  switch (now.step) {
    case 'loading':
    case 'failed':
      return (
        <section>
          <h1>{t('page_welcome')}</h1>
          {now.step === 'loading' ? <Loading /> : <ReadFailed />}
        </section>
      );
    case 'consent':
      return (
        <section>
          <h1>{t('consent_title')}</h1>
          <p class="lead">{t('consent_lead')}</p>
          <Consent regions={now.regions} problem={problem} onStart={onStart} />
        </section>
      );
    case 'hosts':
      return (
        <section>
          <h1>{t('grant_title')}</h1>
          <p class="lead">{t('grant_lead')}</p>
          <HostGrant portals={now.portals} refused={now.refused} onGrant={onGrant} />
          <p class="small">
            <a href="/configs.html">{t('grant_change')}</a>
          </p>
        </section>
      );
    case 'done':
      return (
        <section role="status">
          <h1>{t('done_title')}</h1>
          <p class="lead">{now.managedTitle ? t('done_managed', now.managedTitle) : t('done_lead')}</p>
          <p class="first-seen">
            {now.firstSeen === null ? (
              t('first_waiting')
            ) : (
              <>
                <b>{t('first_seen', now.firstSeen.title)}</b>{' '}
                <MetricValue id="activeMs" value={now.firstSeen.activeMs} portalId={now.firstSeen.portalId} />{' '}
                <a href="/report.html">{t('first_report')}</a>
              </>
            )}
          </p>
          <p>{t('done_icon')}</p>
        </section>
      );
  }
}
