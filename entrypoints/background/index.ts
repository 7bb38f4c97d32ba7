// The background: registers every listener synchronously, so that whatever wakes the worker is heard, and
// wires them to what they do. It keeps no state that must survive.
import type { Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { openDatabase } from '../../utils/storage/database';
import { leaveNewerAlone } from '../../utils/storage/installation';
import { forgetWhoIsHere } from '../../utils/storage/people-store';
import { noteClosedTab } from '../../utils/storage/span-store';
import { makeChanges } from './changes';
import { makeCommands } from './commands';
import { makeConfigUpdates } from './config-updates';
import { makeAnswerer, makeSignalHandlers } from './handlers';
import { makeInForce } from './in-force';
import { startLockWatch } from './lock-watch';
import { PAUSE_ALARM } from './pause-alarm';
import { bringScriptsUpToDate } from './portal-scripts';
import { makeRecorder } from './recorder';
import { startRequestWatch } from './request-watch';
import { keepUp, UPKEEP_ALARM } from './upkeep';
import { wake } from './wake';
import { watchSources } from './watch-sources';

export default defineBackground(() => {
  const db = openDatabase();
  leaveNewerAlone(db);
  const inForce = makeInForce(db);
  const requests = startRequestWatch(db, inForce);
  const recorder = makeRecorder(db, inForce, requests);
  const changes = makeChanges(db, inForce);
  const updates = makeConfigUpdates(db, changes);
  const sources = watchSources(updates);
  const commands = makeCommands(db, inForce, changes, updates);
  const answer = makeAnswerer(makeSignalHandlers(recorder), commands);

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(message, sender),
  );
  browser.runtime.onInstalled.addListener(() => void bringScriptsUpToDate(inForce, true));
  browser.runtime.onStartup.addListener(async () => {
    await forgetWhoIsHere(db);
    inForce.forget();
  });
  browser.permissions.onAdded.addListener(() => void changes.settle());
  browser.permissions.onRemoved.addListener(() => void changes.settle());
  browser.alarms.onAlarm.addListener(async ({ name, scheduledTime }) => {
    if (name === PAUSE_ALARM) return changes.settleAfter(scheduledTime);
    await recorder.settleOverdue();
    if (name !== UPKEEP_ALARM) return;
    await keepUp(db, await inForce.read());
    await sources.follow();
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void noteClosedTab(db, tabId, systemClock().wall);
    void requests.noteClosedTab(tabId);
  });
  startLockWatch();
  void wake(db, inForce, recorder, sources);
});
