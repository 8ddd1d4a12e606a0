// The timeline in sentences, for hovers, hints and findings. Computes nothing: keepalive.ts does.
import { durationInWords } from '../base/duration';
import { type KeepaliveTimeline, type NatRelation, natRelation, probesAt } from './keepalive';

/** The timeline in a few words, for an inlay hint: `dead client cut off after 4 min`. */
export function keepaliveInBrief({ kind, interval, disconnectAfter }: KeepaliveTimeline): string {
  switch (kind) {
    case 'off':
      return 'no probes, dead clients stay';
    case 'never-disconnects':
      return 'probes, but dead clients stay';
    case 'kicks-live-clients':
      return `cuts off every client silent for ${durationInWords(interval)}`;
    default:
      return `dead client cut off after ${durationInWords(disconnectAfter ?? 0)}`;
  }
}

/** What sshd does to an idle connection, one sentence each: first probe, unanswered probes, disconnect, what differs in this release, and the NAT once one is named. */
export function keepaliveSentences(timeline: KeepaliveTimeline, natTimeout?: number): readonly string[] {
  const sentences = [...courseSentences(timeline), ...caveats(timeline)];
  if (natTimeout !== undefined) sentences.push(natSentence(timeline, natRelation(timeline, natTimeout)));
  return sentences;
}

function courseSentences(timeline: KeepaliveTimeline): readonly string[] {
  const { kind, interval, probeGap = 0 } = timeline;
  const gap = durationInWords(probeGap);
  switch (kind) {
    case 'off':
      return ['sshd sends no probes and never asks whether an idle client is still there.'];
    case 'kicks-live-clients':
      return [
        `sshd cuts off every client that is silent for ${durationInWords(interval)}, alive or not: it does not wait for an answer.`,
      ];
    case 'never-disconnects':
      return [
        `The first probe goes out after ${gap} without a byte from the client, then one every ${gap}.`,
        'Unanswered probes have no consequence: sshd never cuts a dead client off.',
      ];
    default:
      return [
        `The first probe goes out after ${gap} without a byte from the client, then one every ${gap}.`,
        survivedSentence(timeline),
        disconnectSentence(timeline),
      ];
  }
}

/** More probes than this are counted, not listed. */
const LISTED = 4;

function survivedSentence(timeline: KeepaliveTimeline): string {
  const { probesSurvived = 0 } = timeline;
  if (probesSurvived > LISTED) return `${probesSurvived} probes in a row may stay unanswered.`;
  const [last, ...before] = probesAt(timeline).map(durationInWords).toReversed();
  if (before.length === 0) return `One probe may stay unanswered, the one after ${last}.`;
  return `${probesSurvived} probes in a row may stay unanswered: after ${before.toReversed().join(', ')} and ${last}.`;
}

function disconnectSentence({ disconnectAfter = 0, fromBreak }: KeepaliveTimeline): string {
  const seen =
    fromBreak === undefined
      ? ''
      : `; seen from the break, ${durationInWords(fromBreak.earliest)} to ${durationInWords(fromBreak.latest)}`;
  return `sshd cuts a dead client off ${durationInWords(disconnectAfter)} after its last byte${seen}.`;
}

function caveats({
  kind,
  interval,
  countMax,
  disconnectAfter,
  outputPostpones,
  beyondClock,
}: KeepaliveTimeline): readonly string[] {
  const found: string[] = [];
  if (kind === 'normal' && disconnectAfter !== undefined) {
    found.push(
      `That is ${countMax} + 1 intervals: interval times count, ${durationInWords(interval * countMax)}, leaves out the first wait.`,
    );
  }
  if (kind === 'doubled')
    found.push('OpenSSH 9.2 to 9.4 let every interval run twice, so all times are double what the values say.');
  if (kind === 'halved')
    found.push('OpenSSH 7.6 to 7.9 count every unanswered probe twice, so about half of ClientAliveCountMax is left.');
  if (kind !== 'off' && outputPostpones)
    found.push(
      'Output of the session puts the probe off: while a program keeps printing, a dead client is not noticed this way.',
    );
  if (beyondClock) found.push('So long an interval does not fit the millisecond clock of sshd; do not rely on it.');
  return found;
}

// What the probes do for the mapping of a NAT or firewall on the path.
function natSentence({ kind, probeGap }: KeepaliveTimeline, nat: NatRelation): string {
  const timeout = durationInWords(nat.timeout);
  const gap = durationInWords(probeGap ?? 0);
  switch (nat.kind) {
    case 'keeps-alive':
      return `A probe every ${gap} keeps a NAT mapping of ${timeout} alive; ${nat.probesWithin} ${nat.probesWithin === 1 ? 'probe falls' : 'probes fall'} within the timeout.`;
    case 'thin-margin':
      return `A probe every ${gap} keeps a NAT mapping of ${timeout} alive by a thin margin: one late probe and it is gone.`;
    case 'ends-first':
      return `sshd ends an idle connection before the NAT mapping of ${timeout} expires.`;
    case 'expires':
      return probeGap === undefined || kind === 'kicks-live-clients'
        ? `Nothing is sent, so the NAT mapping of an idle connection expires after ${timeout}.`
        : `The NAT mapping expires after ${timeout} of silence, before the first probe at ${gap}.`;
  }
}
