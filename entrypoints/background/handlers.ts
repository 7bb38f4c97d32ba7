// From message to function: sender, rate and shape are checked here, before anything looks at what a message
// holds. Whether the list in force covers the sender is the recorder's to ask.
import type { Runtime } from 'webextension-polyfill';
import { COMMAND_SHAPES, checkShape, SIGNAL_SHAPES } from '../../utils/messaging/guards';
import { ask } from '../../utils/messaging/messenger';
import type { Answer, Commands, FocusAnswer, Signals } from '../../utils/messaging/protocol';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { fail, type ProblemCode, type Result, succeed } from '../../utils/platform/problem';
import { isNewerData } from '../../utils/storage/installation';
import type { CommandHandlers } from './commands';
import { makeFrameLimit } from './rate-limit';
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
    async focusBelow({ portalId, depth }, from) {
      const admitted = await recorder.admit(portalId, from);
      if (!admitted.ok) return admitted;
      const tracked = (await ask(from.tabId, 'whoHasFocus', { belowDepth: depth })) === true;
      const active = (await browser.idle.queryState(INPUT_WITHIN_S)) === 'active';
      return succeed<FocusAnswer>({ tracked, active });
    },
    async commitBelow({ portalId, depth }, from) {
      const admitted = await recorder.admit(portalId, from);
      if (!admitted.ok) return admitted;
      await ask(from.tabId, 'commitFromAbove', { aboveDepth: depth });
      return succeed(true);
    },
  };
}

export function makeAnswerer(signals: SignalHandlers, commands: CommandHandlers) {
  const mayGoOn = makeFrameLimit();
  const answer = async (message: unknown, sender: Runtime.MessageSender): Promise<Answer> => {
    const { type, data } = (message ?? {}) as { type?: unknown; data?: unknown };
    const from = frameOrigin(sender);
    if (!from && !isOwnPage(sender)) return refuse('wrongSender');
    // Counted before anything is looked at: a flood of nonsense is a flood as well.
    if (from && !mayGoOn(from, systemClock().mono)) return refuse('tooManyMessages');
    if (typeof type !== 'string') return refuse('wrongShape');
    if (Object.hasOwn(SIGNAL_SHAPES, type))
      return from ? answerSignal(signals, type as keyof Signals, data, from) : refuse('wrongSender');
    if (Object.hasOwn(COMMAND_SHAPES, type))
      return from ? refuse('wrongSender') : answerCommand(commands, type as keyof Commands, data);
    return refuse('wrongShape');
  };
  return async (message: unknown, sender: Runtime.MessageSender): Promise<Answer> => {
    try {
      return await answer(message, sender);
    } catch (error) {
      // Anything else may pass, and the sender tries again.
      if (isNewerData(error)) return refuse('dataIsNewer');
      throw error;
    }
  };
}

const refuse = (code: ProblemCode): Answer => fail({ code, path: '' });

async function answerSignal<T extends keyof Signals>(
  handlers: SignalHandlers,
  type: T,
  data: unknown,
  from: Origin,
): Promise<Answer> {
  const checked = checkShape(SIGNAL_SHAPES[type], data);
  if (!checked.ok) return checked;
  const result = await handlers[type](checked.value as Signals[T]['data'], from);
  return result.ok ? { ok: true, reply: result.value } : result;
}

async function answerCommand<T extends keyof Commands>(
  handlers: CommandHandlers,
  type: T,
  data: unknown,
): Promise<Answer> {
  const checked = checkShape(COMMAND_SHAPES[type], data);
  if (!checked.ok) return checked;
  return { ok: true, reply: await handlers[type](checked.value as Commands[T]['data']) };
}
