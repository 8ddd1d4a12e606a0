// Advice in sentences: why these values, what they cannot do, and when keepalives are not the cure. Computes nothing.
import { durationInWords } from '../base/duration';
import type { Catalog } from '../catalog/catalog';
import type { KeepaliveValues } from './keepalive';
import type { Conflict, KeepaliveAdvice } from './keepalive-advice';

/** The two lines of an advice, as they are written. */
export function adviceLines({ interval, countMax }: KeepaliveValues): readonly [interval: string, countMax: string] {
  return [`ClientAliveInterval ${interval}`, `ClientAliveCountMax ${countMax}`];
}

/** Both in a sentence: `ClientAliveInterval 60` and `ClientAliveCountMax 3`. */
export function adviceInCode(advice: KeepaliveAdvice): string {
  return adviceLines(advice)
    .map((line) => `\`${line}\``)
    .join(' and ');
}

/** Why this interval, in a sentence. */
export function intervalReason({ interval, timeline, nat, pathIsAssumed }: KeepaliveAdvice): string {
  const gap = timeline.probeGap ?? interval;
  const every = gap === interval ? '' : `This release runs every interval twice: `;
  const path = pathIsAssumed
    ? `the ${durationInWords(nat.timeout)} of the strictest common NATs`
    : `the ${durationInWords(nat.timeout)} after which the path forgets an idle session`;
  if (nat.probesWithin === 0) return `${every}a probe every ${durationInWords(gap)} is the best this sshd can do.`;
  const lost = nat.probesWithin - 1;
  const reserve =
    lost === 0 ? 'none may be lost' : lost === 1 ? 'one of them may be lost' : `${lost} of them may be lost`;
  const probes = nat.probesWithin === 1 ? 'one probe falls' : `${nat.probesWithin} probes fall`;
  const sentence = `${every}with a probe every ${durationInWords(gap)}, ${probes} within ${path}: ${reserve}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Why this count, in a sentence. */
export function countReason({ countMax, timeline }: KeepaliveAdvice): string {
  const { probesSurvived = 0, fromBreak, disconnectAfter = 0 } = timeline;
  const halved = probesSurvived < countMax ? `This release counts every unanswered probe twice: ` : '';
  const probes = probesSurvived === 1 ? 'one probe' : `${probesSurvived} probes in a row`;
  const sentence = `${halved}${probes} may stay unanswered, so a break of ${durationInWords(fromBreak?.earliest ?? 0)} does no harm, and a dead session is gone after ${durationInWords(disconnectAfter)}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What cannot be had together, a sentence each. */
export function conflictSentences({ conflicts, nat }: KeepaliveAdvice): readonly string[] {
  return conflicts.map((conflict) => conflictSentence(conflict, nat.timeout));
}

function conflictSentence(conflict: Conflict, timeout: number): string {
  switch (conflict.kind) {
    case 'path-too-short':
      return `A path that forgets after ${durationInWords(timeout)} is quicker than any probe of this sshd: no keepalive helps there.`;
    case 'fewer-lost-probes':
      return `No interval bears ${conflict.wished} lost probes in a row within ${durationInWords(timeout)}; this one bears ${conflict.borne}.`;
    case 'late-clean-up':
      return `A dead session cannot be gone within ${durationInWords(conflict.wished)} while the wished losses and outages are borne: it takes ${durationInWords(conflict.after)}.`;
  }
}

/** When keepalives are not the cure: idle users, busy sessions, the time before login. */
export function limitSentences({ timeline }: KeepaliveAdvice, catalog: Catalog): readonly string[] {
  const channels = catalog.directive('ChannelTimeout')?.status === 'supported';
  const idle = channels
    ? 'ChannelTimeout with UnusedConnectionTimeout ends idle sessions.'
    : 'TMOUT of the shell ends idle sessions; this release has no directive for it.';
  return [
    `Keepalives log nobody out: a healthy client answers by itself, however long its user is away. ${idle}`,
    ...(timeline.outputPostpones
      ? [
          'While a session keeps printing, this release does not notice that its client is gone; TCPKeepAlive yes is the net below it.',
        ]
      : []),
    'Before login LoginGraceTime ends a connection, not these lines.',
  ];
}
