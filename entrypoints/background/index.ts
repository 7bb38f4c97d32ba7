// The background: registers every listener synchronously, so that whatever wakes the worker is heard, and
// wires them to what they do. It keeps no state that must survive.
import type { Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { ask } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { openDatabase } from '../../utils/storage/database';
import { finishRepair } from '../../utils/storage/day-store';
import { forgetWhoIsHere } from '../../utils/storage/people-store';
import { noteClosedTab } from '../../utils/storage/span-store';
import { makeCommands } from './commands';
import { makeAnswerer, makeSignalHandlers } from './handlers';
import { makeInForce } from './in-force';
import { bringScriptsUpToDate } from './portal-scripts';
import { makeRecorder } from './recorder';
import { startRequestWatch } from './request-watch';
import { isNewSession, keepUp, scheduleUpkeep, UPKEEP_ALARM } from './upkeep';

export default defineBackground(() => {
  const db = openDatabase();
  const inForce = makeInForce(db);
  const requests = startRequestWatch(db, inForce);
  const recorder = makeRecorder(db, inForce, requests.rejoin);
  const commands = makeCommands(db, inForce);
  const answer = makeAnswerer(makeSignalHandlers(recorder), commands);

  const reconcile = async (restarted = false) => bringScriptsUpToDate(await inForce.read(), restarted);
  const wake = async () => {
    await recorder.resume();
    await finishRepair(db);
    await scheduleUpkeep();
    if (await isNewSession()) await keepUp(db, await inForce.read(), true);
    await reconcile();
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(message, sender),
  );
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void reconcile(true);
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
  browser.runtime.onStartup.addListener(async () => {
    await forgetWhoIsHere(db);
    inForce.forget();
  });
  browser.permissions.onAdded.addListener(() => void reconcile());
  browser.permissions.onRemoved.addListener(() => void reconcile());
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    await recorder.settleOverdue();
    if (name === UPKEEP_ALARM) await keepUp(db, await inForce.read());
  });
  browser.tabs.onRemoved.addListener((tabId) => void noteClosedTab(db, tabId, systemClock().wall));
  browser.idle.onStateChanged.addListener(async (state) => {
    const tabs = await browser.tabs.query({ active: true });
    for (const { id } of tabs)
      if (id !== undefined) void ask(id, 'systemLocked', { locked: state === 'locked' });
  });
  void wake();
});
