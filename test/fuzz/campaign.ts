// Runs random inputs one after the other, keeps count, and makes a failing one small. Prints nothing.
import { exercise } from './exercise';
import { type FuzzInput, fuzzInput } from './inputs';
import { type Random, randomOf } from './random';

/** An input that failed, made as small as it could be. */
export interface Failure {
  readonly index: number;
  readonly reason: string;
  readonly input: FuzzInput;
}

/** How a run went so far. */
export interface Campaign {
  readonly runs: number;
  readonly characters: number;
  readonly slowest: { readonly index: number; readonly ms: number; readonly length: number };
  readonly failures: readonly Failure[];
}

export interface CampaignOptions {
  readonly seed: number;
  readonly runs: number;
  /** An input that takes longer, and a millisecond more for each of its lines, has failed. */
  readonly limitMs: number;
  /** Stops after so many failures. */
  readonly mostFailures: number;
  /** Told of each input before it is run, and of the campaign so far. */
  readonly progress?: (campaign: Campaign) => void;
}

/** The input of a seed and a number, with the choices that are left for asking about it. */
export function inputOf(seed: number, index: number): { readonly input: FuzzInput; readonly random: Random } {
  const random = randomOf(seed, index);
  return { input: fuzzInput(random), random };
}

export function runCampaign({ seed, runs, limitMs, mostFailures, progress }: CampaignOptions): Campaign {
  const failures: Failure[] = [];
  let slowest = { index: 0, ms: 0, length: 0 };
  let characters = 0;
  let index = 0;
  for (; index < runs && failures.length < mostFailures; index++) {
    progress?.({ runs: index, characters, slowest, failures });
    const { input, random } = inputOf(seed, index);
    const { ms, reason } = attempt(input, random, limitMs);
    characters += input.text.length;
    if (ms > slowest.ms) slowest = { index, ms, length: input.text.length };
    if (reason !== undefined) failures.push({ index, reason, input: minimised(input, reason, index, limitMs) });
  }
  return { runs: index, characters, slowest, failures };
}

interface Attempt {
  readonly ms: number;
  readonly reason?: string;
}

function attempt(input: FuzzInput, random: Random, limitMs: number): Attempt {
  const started = performance.now();
  try {
    exercise(input, random);
  } catch (error) {
    return { ms: performance.now() - started, reason: reasonOf(error) };
  }
  const ms = performance.now() - started;
  const limit = limitMs + input.text.split('\n').length;
  return ms > limit ? { ms, reason: `slower than ${limit} ms` } : { ms };
}

// The place in our own sources tells one fault from another.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const deepest = error.cause instanceof Error ? error.cause : error;
  const place = deepest.stack
    ?.split('\n')
    .find((line) => line.includes('server/src'))
    ?.trim();
  return [error.message, ...(deepest === error ? [] : [deepest.message]), ...(place === undefined ? [] : [place])].join(
    ' | ',
  );
}

const MOST_TRIES = 2000;
const MOST_MS = 20_000;

/** Fewer edits, fewer lines, fewer characters, as long as it fails in the same way. */
export function minimised(input: FuzzInput, reason: string, index: number, limitMs: number): FuzzInput {
  const started = performance.now();
  let tries = 0;
  const isOver = () => tries >= MOST_TRIES || performance.now() - started > MOST_MS;
  const failsToo = (one: FuzzInput): boolean =>
    sameFault(attempt(one, randomOf(index, ++tries), limitMs).reason, reason);
  let best = input;
  for (const edits of [[], ...input.edits.map((edit) => [edit])]) {
    const smaller = { ...best, edits };
    if (best.edits.length > edits.length && !isOver() && failsToo(smaller)) best = smaller;
  }
  // Edits have places of their own in the text: they are left alone with it.
  if (best.edits.length > 0) return best;
  for (const unit of [/(?<=\n)/, /(?<= )/, /(?:)/u])
    best = { ...best, text: withoutParts(best, unit, failsToo, isOver) };
  return best;
}

function sameFault(one: string | undefined, other: string): boolean {
  return one?.replace(/\d+/g, '#') === other.replace(/\d+/g, '#');
}

// Takes halves away, then quarters, and so on down to single parts.
function withoutParts(
  input: FuzzInput,
  separator: RegExp,
  failsToo: (one: FuzzInput) => boolean,
  isOver: () => boolean,
): string {
  let parts = input.text.split(separator);
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < parts.length && !isOver(); ) {
      const rest = [...parts.slice(0, at), ...parts.slice(at + size)];
      if (failsToo({ ...input, text: rest.join('') })) parts = rest;
      else at += size;
    }
  }
  return parts.join('');
}

/** A failure in a few lines, to be looked at and repeated. */
export function failureText({ index, reason, input }: Failure): string {
  const { text, target, asked, byteOrderMark, edits, settings } = input;
  const facts = { target: target.id, asked, byteOrderMark, edits, settings };
  return `input ${index}: ${reason}\n  text: ${JSON.stringify(text)}\n  ${JSON.stringify(facts)}`;
}
