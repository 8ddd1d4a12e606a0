// The course of an idle connection as a picture to be drawn: lanes with bars and marks over seconds. What it looks like, features/keepalive-svg.ts says.
import { durationInWords } from '../base/duration';
import { type KeepaliveTimeline, natRelation } from './keepalive';

/** What a mark shows. `answered` and `lost` are probes. */
export type MarkKind = 'last-byte' | 'answered' | 'lost' | 'forgotten' | 'disconnect';

export interface Mark {
  readonly kind: MarkKind;
  /** Seconds after the last byte. */
  readonly at: number;
}

/** What holds from one second to another. `kept`: the NAT remembers; `gone`: it has forgotten, or the session is ended. */
export interface Bar {
  readonly kind: 'kept' | 'waiting' | 'gone';
  readonly from: number;
  readonly to: number;
}

export interface Lane {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
}

/** Lanes over one span: the client that is there but silent, the NAT's timer once its timeout is known, the client that is gone. */
export interface KeepalivePicture {
  /** Seconds from left to right. */
  readonly span: number;
  readonly lanes: readonly Lane[];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** The same in a sentence or two, for those who do not see it. */
  readonly text: string;
}

/** More marks than this would run into each other. */
const MOST_MARKS = 24;

/** The picture of a timeline, with the NAT's timer where its timeout is known. */
export function keepalivePicture(timeline: KeepaliveTimeline, natTimeout?: number): KeepalivePicture {
  const span = spanOf(timeline, natTimeout);
  return {
    span,
    lanes: [
      silentLane(timeline, natTimeout, span),
      ...(natTimeout === undefined ? [] : [natLane(timeline, natTimeout, span)]),
      goneLane(timeline, span),
    ],
    ticks: ticksOf(span),
    text: pictureText(timeline, natTimeout),
  };
}

function spanOf({ probeGap, disconnectAfter }: KeepaliveTimeline, natTimeout: number | undefined): number {
  const shown = disconnectAfter ?? (probeGap === undefined ? 0 : probeGap * 4);
  const longest = Math.max(shown, natTimeout ?? 0);
  return longest === 0 ? 600 : longest * 1.15;
}

function silentLane(timeline: KeepaliveTimeline, natTimeout: number | undefined, span: number): Lane {
  const { kind, probeGap, interval } = timeline;
  const title = 'Client silent';
  if (kind === 'kicks-live-clients') {
    const marks: Mark[] = [
      { kind: 'last-byte', at: 0 },
      { kind: 'disconnect', at: interval },
    ];
    const bars: Bar[] = [
      { kind: 'kept', from: 0, to: interval },
      { kind: 'gone', from: interval, to: span },
    ];
    return { title, bars, marks };
  }
  const expires = natTimeout !== undefined && natRelation(timeline, natTimeout).kind === 'expires';
  const end = expires ? natTimeout : span;
  const probes = probesUntil(probeGap, end).map((at): Mark => ({ kind: 'answered', at }));
  return {
    title,
    bars: expires
      ? [
          { kind: 'kept', from: 0, to: natTimeout },
          { kind: 'gone', from: natTimeout, to: span },
        ]
      : [{ kind: 'kept', from: 0, to: span }],
    marks: [
      { kind: 'last-byte', at: 0 },
      ...probes,
      ...(expires ? [{ kind: 'forgotten' as const, at: natTimeout }] : []),
    ],
  };
}

// Starts anew with every probe; runs out where none comes.
function natLane(timeline: KeepaliveTimeline, natTimeout: number, span: number): Lane {
  const { kind, interval } = timeline;
  const title = 'NAT timer';
  const relation = natRelation(timeline, natTimeout).kind;
  const bar = (from: number, to: number, bars: Bar['kind'] = 'kept'): Bar => ({ kind: bars, from, to });
  if (relation === 'expires') return { title, bars: [bar(0, natTimeout), bar(natTimeout, span, 'gone')], marks: [] };
  if (kind === 'kicks-live-clients') return { title, bars: [bar(0, interval)], marks: [] };
  const starts = [0, ...probesUntil(timeline.probeGap, span)];
  const pause = span / 150;
  return {
    title,
    bars: starts.map((from, index) => bar(from, (starts[index + 1] ?? span + pause) - pause)),
    marks: [],
  };
}

function goneLane({ probeGap, disconnectAfter, kind }: KeepaliveTimeline, span: number): Lane {
  const end = disconnectAfter ?? span;
  const probes =
    kind === 'kicks-live-clients' ? [] : probesUntil(probeGap, end).map((at): Mark => ({ kind: 'lost', at }));
  const ends = disconnectAfter !== undefined;
  return {
    title: 'Client gone',
    bars: [{ kind: 'waiting', from: 0, to: end }, ...(ends ? [{ kind: 'gone' as const, from: end, to: span }] : [])],
    marks: [{ kind: 'last-byte', at: 0 }, ...probes, ...(ends ? [{ kind: 'disconnect' as const, at: end }] : [])],
  };
}

// Every n-th where they would stand too close.
function probesUntil(probeGap: number | undefined, end: number): readonly number[] {
  if (probeGap === undefined) return [];
  const count = Math.ceil(end / probeGap) - 1;
  const step = Math.max(1, Math.ceil(count / MOST_MARKS));
  return Array.from({ length: Math.max(0, Math.floor(count / step)) }, (_, index) => (index + 1) * step * probeGap);
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400];

function ticksOf(span: number): KeepalivePicture['ticks'] {
  const step = STEPS.find((one) => span / one <= 7) ?? Math.ceil(span / 7 / 86_400) * 86_400;
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => ({
    at: index * step,
    text: index === 0 ? '0' : durationInWords(index * step),
  }));
}

function pictureText({ kind, interval, probeGap, disconnectAfter }: KeepaliveTimeline, natTimeout?: number): string {
  const probes =
    probeGap === undefined
      ? 'No probe is sent.'
      : `Probes after ${durationInWords(probeGap)} and so on, each ${durationInWords(probeGap)}.`;
  const end =
    kind === 'kicks-live-clients'
      ? `Every client silent for ${durationInWords(interval)} is cut off.`
      : disconnectAfter === undefined
        ? 'A client that is gone is never cut off.'
        : `A client that is gone is cut off after ${durationInWords(disconnectAfter)}.`;
  const nat =
    natTimeout === undefined
      ? []
      : [
          natRelation({ kind, interval, probeGap, disconnectAfter } as KeepaliveTimeline, natTimeout).kind === 'expires'
            ? `The NAT forgets the session after ${durationInWords(natTimeout)}.`
            : 'The NAT never forgets the session.',
        ];
  return [probes, ...nat, end].join(' ');
}
