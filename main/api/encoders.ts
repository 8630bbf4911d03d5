import { setTimeout as pause } from 'node:timers/promises';
import { Changes } from '#foundation/changes.ts';
import { type AddingStage, addEncoder } from '#services/search/encoders/add-encoder.ts';
import type { EncoderNeeds } from '#services/search/encoders/encoder-needs.ts';
import { encodersNow } from '#services/search/encoders/encoders-now.ts';
import { removeEncoder } from '#services/search/encoders/remove-encoder.ts';
import { useEncoder } from '#services/search/encoders/use-encoder.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** Between two states that are told, in ms. */
const told = 150;

/** The encoders of search, behind the contract. */
export function encoderHandlers({ encoders: on }: Implementer, needs: EncoderNeeds) {
  const now = encodersNow(needs);
  const add = addEncoder(needs);
  return on.router({
    list: on.list.handler(async () => toWire(await now())),
    watch: on.watch.handler(async function* ({ signal }) {
      const end = signal ?? new AbortController().signal;
      const changes = needs.encodersChanged.until(end);
      // Listening begins before the first state is read, so that nothing falls between.
      let next = changes.next();
      yield toWire(await now());
      while (!(await next).done) {
        await pause(told);
        next = changes.next();
        yield toWire(await now());
      }
    }),
    add: on.add.handler(({ input, signal }) => adding((tell, end) => add(input.folder, tell, end), signal)),
    use: on.use.handler(async ({ input }) => {
      await useEncoder(needs)(input);
      return {};
    }),
    cancel: on.cancel.handler(async () => {
      await needs.desk.cancel();
      return {};
    }),
    remove: on.remove.handler(async ({ input }) => {
      await removeEncoder(needs)(input.id);
      return {};
    }),
  });
}

/** The stages as they come; whoever leaves the stream ends the work. */
async function* adding(
  work: (tell: (stage: AddingStage) => void, signal: AbortSignal) => Promise<unknown>,
  asked: AbortSignal | undefined,
): AsyncGenerator<AddingStage, undefined> {
  const leaving = new AbortController();
  const stages = new Changes<AddingStage>();
  const signal = asked ? AbortSignal.any([asked, leaving.signal]) : leaving.signal;
  const ended = new AbortController();
  const following = stages.until(ended.signal);
  let next = following.next();
  let last: AddingStage | undefined;
  const tell = (stage: AddingStage) => {
    last = stage;
    stages.announce(stage);
  };
  const working = work(tell, signal).finally(() => ended.abort());
  working.catch(() => undefined);
  try {
    for (let one = await next; !one.done; one = await next) {
      if (one.value.stage !== 'done') yield one.value;
      next = following.next();
    }
    await working;
    if (last) yield last;
    return undefined;
  } finally {
    leaving.abort();
  }
}
