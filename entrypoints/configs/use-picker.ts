// Pick on the page: from the button here to the page in front and back with a rule. What comes back is in this
// page's memory until somebody keeps it in the draft.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PickerActions, PickerFacts, PickerPhase } from '../../components/editor/picker-types';
import type { Draft } from '../../utils/config/draft';
import { textIn } from '../../utils/config/local-text';
import { addPickedRule, type PickedRule as DraftRule, toRouteGlob } from '../../utils/config/picked-rule';
import type { DomainConfig } from '../../utils/config/schema';
import { send } from '../../utils/messaging/messenger';
import type { PickAnswer, PickedRule, PickKind, PortalTab } from '../../utils/messaging/protocol';
import { browser } from '../../utils/platform/browser';
import { t } from '../../utils/platform/messages';
import type { Ledger } from '../../utils/storage/database';
import { type RouteWeek, readRouteWeek } from '../../utils/storage/route-week';
import { callPickers } from './call-pickers';
import { pickTexts } from './pick-texts';

interface PickerWiring {
  db: Ledger;
  inForce: DomainConfig | null;
  draft: Draft | null;
  today(): string;
  onDraft(next: Draft): void;
  onUndo(): void;
}

type Found = { portalId: string; kind: PickKind; pick: PickedRule };

export function usePicker(wiring: PickerWiring): { facts: PickerFacts; actions: PickerActions } {
  const { inForce, draft } = wiring;
  const [tabs, setTabs] = useState<PortalTab[] | null>(null);
  const [phase, setPhase] = useState<PickerPhase>({ state: 'idle' });
  const found = useRef<Found | null>(null);
  const hangUp = useRef<() => void>(() => undefined);
  useEffect(() => () => hangUp.current(), []);

  const titleOf = (portalId: string) => {
    const portal = inForce?.portals.find(({ id }) => id === portalId);
    return portal ? textIn(portal.title, t('language')) : portalId;
  };
  const at = (portalId: string) => draft?.portals.findIndex(({ id }) => id === portalId) ?? -1;

  const find = async () => {
    setPhase({ state: 'looking' });
    setTabs(await send('findPortalTabs', null));
    setPhase({ state: 'idle' });
  };
  const pick = async (tabId: number, frameIds: number[], kind: PickKind) => {
    const started = await send('startPicker', { tabId, frameIds });
    if (!started.ok) return setPhase({ state: 'refused' });
    const frames = tabs?.find((tab) => tab.tabId === tabId)?.frames ?? [];
    hangUp.current = callPickers({
      tabId,
      frameIds,
      order: { kind, texts: pickTexts(kind) },
      onAnswer: (answer, frameId) => {
        const { portalId = '' } = frames.find((frame) => frame.frameId === frameId) ?? {};
        void takeAnswer(answer, portalId, kind);
      },
      onLeft: () => setPhase({ state: 'left' }),
    });
    setPhase({ state: 'waiting' });
    await showTab(tabId);
  };
  const takeAnswer = async (answer: PickAnswer, portalId: string, kind: PickKind) => {
    await showOwnTab();
    if (answer.state === 'stopped') return setPhase({ state: 'stopped' });
    const { state: _, ...picked } = answer;
    found.current = { portalId, kind, pick: picked };
    const week = await readWeek(wiring, portalId, picked.route);
    const isCheckIn = inForce?.portals.find(({ id }) => id === portalId)?.category === 'check-in';
    const review = {
      ...picked,
      kind,
      title: titleOf(portalId),
      route: toRouteGlob(picked.route),
      week,
      inDraft: true,
      likely: isCheckIn || (week?.checkIns ?? 0) > (week?.submissions ?? 0) ? 'checkIn' : 'form',
    } as const;
    setPhase({ state: 'review', review });
  };
  const keep = (words: string, of: 'checkIn' | 'form') => {
    if (!found.current || !draft) return;
    const { portalId, kind, pick } = found.current;
    wiring.onDraft(addPickedRule(draft, at(portalId), toRule(kind, of, words, toRouteGlob(pick.route))));
    setPhase({ state: 'kept', title: titleOf(portalId) });
  };

  // The list may be changed while the review is open.
  const shown: PickerPhase =
    phase.state === 'review' && found.current
      ? { ...phase, review: { ...phase.review, inDraft: at(found.current.portalId) >= 0 } }
      : phase;
  const named = tabs?.map(({ tabId, frames }) => ({
    tabId,
    title: titleOf(frames[0]?.portalId ?? ''),
    frames: frames.map(({ frameId, portalId, route }) => ({ frameId, route, title: titleOf(portalId) })),
  }));
  return {
    facts: { tabs: named ?? null, phase: shown },
    actions: {
      onFind: () => void find(),
      onPick: (tabId, frameIds, kind) => void pick(tabId, frameIds, kind),
      onStop() {
        hangUp.current();
        setPhase({ state: 'stopped' });
      },
      onKeep: keep,
      onDrop() {
        found.current = null;
        setPhase({ state: 'idle' });
      },
      onUndo() {
        wiring.onUndo();
        setPhase({ state: 'idle' });
      },
    },
  };
}

function toRule(kind: PickKind, of: 'checkIn' | 'form', words: string, route: string): DraftRule {
  if (kind === 'ignore') return { what: 'formIgnore', route };
  if (kind === 'checkIn') return { what: 'checkInControl', words };
  if (kind === 'submit') return { what: 'formSubmit', words, route };
  if (kind === 'failure') return { what: 'formFailure', words, route };
  return of === 'checkIn' ? { what: 'checkInSuccess', words } : { what: 'formSuccess', words, route };
}

async function readWeek(
  { db, today }: PickerWiring,
  portalId: string,
  route: string,
): Promise<RouteWeek | null> {
  try {
    return await readRouteWeek(db, portalId, route, today());
  } catch {
    // The rule can be judged without it; the page says nothing where it knows nothing.
    return null;
  }
}

async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

async function showOwnTab(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined) await showTab(own.id);
}
