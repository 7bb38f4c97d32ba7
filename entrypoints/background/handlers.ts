// From message to function: shape and sender are checked here, before anything looks at what a message holds.
import type { Runtime } from 'webextension-polyfill';
import { COMMAND_SHAPES, checkShape, SIGNAL_SHAPES } from '../../utils/messaging/guards';
import { ask } from '../../utils/messaging/messenger';
import type { Answer, Commands, FocusAnswer, Signals } from '../../utils/messaging/protocol';
import { browser } from '../../utils/platform/browser';
import { fail, type Result, succeed } from '../../utils/platform/problem';
import type { CommandHandlers } from './commands';
import type { Origin, Recorder } from './recorder';
import { frameOrigin, isOwnPage } from './sender';

/** The idle API's shortest interval, in seconds. */
const INPUT_WITHIN_S = 15;

type SignalHandlers = {
  [T in keyof Signals]: (data: Signals[T]['data'], from: Origin) => Promise<Result<Signals[T]['reply']>>;
};

export function makeSignalHandlers(recorder: Recorder): SignalHandlers {
  return {
    span: recorder.span,
    attempt: recorder.attempt,
    evidence: recorder.evidence,
    step: recorder.step,
    stepsBefore: recorder.stepsBefore,
    arrived: recorder.arrived,
    async focusBelow({ depth }, from) {
      const tracked = (await ask(from.tabId, 'whoHasFocus', { belowDepth: depth })) === true;
      const active = (await browser.idle.queryState(INPUT_WITHIN_S)) === 'active';
      return succeed<FocusAnswer>({ tracked, active });
    },
    async commitBelow({ depth }, from) {
      await ask(from.tabId, 'commitFromAbove', { aboveDepth: depth });
      return succeed(true);
    },
  };
}

export function makeAnswerer(signals: SignalHandlers, commands: CommandHandlers) {
  return async (message: unknown, sender: Runtime.MessageSender): Promise<Answer> => {
    const { type, data } = (message ?? {}) as { type?: unknown; data?: unknown };
    if (typeof type !== 'string') return refuse('wrongShape');
    if (Object.hasOwn(SIGNAL_SHAPES, type)) return answerSignal(signals, type as keyof Signals, data, sender);
    if (Object.hasOwn(COMMAND_SHAPES, type))
      return answerCommand(commands, type as keyof Commands, data, sender);
    return refuse('wrongShape');
  };
}

const refuse = (code: 'wrongShape' | 'wrongSender'): Answer => fail({ code, path: '' });

async function answerSignal<T extends keyof Signals>(
  handlers: SignalHandlers,
  type: T,
  data: unknown,
  sender: Runtime.MessageSender,
): Promise<Answer> {
  const from = frameOrigin(sender);
  if (!from) return refuse('wrongSender');
  const checked = checkShape(SIGNAL_SHAPES[type], data);
  if (!checked.ok) return checked;
  const result = await handlers[type](checked.value as Signals[T]['data'], from);
  return result.ok ? { ok: true, reply: result.value } : result;
}

async function answerCommand<T extends keyof Commands>(
  handlers: CommandHandlers,
  type: T,
  data: unknown,
  sender: Runtime.MessageSender,
): Promise<Answer> {
  if (!isOwnPage(sender)) return refuse('wrongSender');
  const checked = checkShape(COMMAND_SHAPES[type], data);
  if (!checked.ok) return checked;
  return { ok: true, reply: await handlers[type](checked.value as Commands[T]['data']) };
}
