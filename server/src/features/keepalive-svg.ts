// The timeline drawn as SVG: for hovers as an image on a ground of its own, readable in every theme; a page may give the classes other colours. Decides nothing.
import type { KeepalivePicture, Lane, Mark, MarkKind } from '../model/keepalive-picture';

const WIDTH = 620;
const LEFT = 96;
const RIGHT = 16;
const LANE = 36;
const TOP = 12;
const BAR = 10;

const COLOURS = {
  ground: '#f7f7f7',
  text: '#24292f',
  axis: '#6e7781',
  kept: '#1a7f37',
  waiting: '#9a6700',
  gone: '#c4c9ce',
  alarm: '#cf222e',
} as const;

/** The picture as the text of an SVG document. */
export function keepaliveSvg(picture: KeepalivePicture): string {
  const height = TOP + picture.lanes.length * LANE + 62;
  const x = (at: number) => round(LEFT + (at / picture.span) * (WIDTH - LEFT - RIGHT));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="timeline" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(picture.text)}" font-family="system-ui, 'Segoe UI', sans-serif" font-size="11">`,
    `<rect class="ground" width="${WIDTH}" height="${height}" rx="4" fill="${COLOURS.ground}"/>`,
    ...picture.lanes.map((lane, index) => laneOf(lane, TOP + index * LANE + LANE / 2, x)),
    axis(picture, TOP + picture.lanes.length * LANE + 4, x),
    legend(picture, height - 14),
    '</svg>',
  ].join('');
}

type Place = (at: number) => number;

function laneOf({ title, bars, marks }: Lane, y: number, x: Place): string {
  const drawn = bars.map(
    ({ kind, from, to }) =>
      `<rect class="bar ${kind}" x="${x(from)}" y="${y - BAR / 2}" width="${round(x(to) - x(from))}" height="${BAR}" rx="2" fill="${COLOURS[kind]}" fill-opacity="${kind === 'gone' ? 1 : 0.3}"/>`,
  );
  return [text(10, y + 4, title, 'lane'), ...drawn, ...marks.map((mark) => markOf(mark, x(mark.at), y))].join('');
}

function markOf({ kind }: Pick<Mark, 'kind'>, x: number, y: number): string {
  switch (kind) {
    case 'last-byte':
      return `<circle class="mark last-byte" cx="${x}" cy="${y}" r="5" fill="${COLOURS.text}"/>`;
    case 'answered':
      return `<path class="mark answered" d="M${x} ${y - 9}v18" stroke="${COLOURS.kept}" stroke-width="2.5"/>`;
    case 'lost':
      return `<path class="mark lost" d="M${x - 4} ${y - 4}l8 8m0 -8l-8 8" stroke="${COLOURS.waiting}" stroke-width="2.5"/>`;
    case 'forgotten':
      return `<path class="mark forgotten" d="M${x} ${y - 10}l9 10l-9 10l-9 -10z" fill="${COLOURS.alarm}"/>`;
    case 'disconnect':
      return `<path class="mark disconnect" d="M${x - 6} ${y - 8}h12v16h-12z" fill="${COLOURS.alarm}"/>`;
  }
}

function axis({ span, ticks }: KeepalivePicture, y: number, x: Place): string {
  const line = `<path class="axis" d="M${x(0)} ${y}H${x(span)}" stroke="${COLOURS.axis}"/>`;
  const marks = ticks.map(({ at, text: words }) => {
    const anchor = x(at) > WIDTH - 50 ? 'end' : at === 0 ? 'start' : 'middle';
    return `<path class="axis" d="M${x(at)} ${y}v5" stroke="${COLOURS.axis}"/>${text(x(at), y + 17, words, 'tick', anchor)}`;
  });
  return [line, ...marks].join('');
}

const NAMES: Readonly<Record<MarkKind, string>> = {
  'last-byte': 'last byte',
  answered: 'probe, answered',
  lost: 'probe, no answer',
  forgotten: 'NAT forgets',
  disconnect: 'disconnect',
};

// What the picture has, and nothing else; shapes differ, so that colours need not be told apart.
function legend({ lanes }: KeepalivePicture, y: number): string {
  const kinds = new Set(lanes.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  let x: number = LEFT + 6;
  const parts: string[] = [];
  for (const kind of kinds) {
    parts.push(markOf({ kind }, x, y - 4), text(x + 12, y, NAMES[kind], 'legend'));
    x += 34 + NAMES[kind].length * 6.2;
  }
  return parts.join('');
}

function text(x: number, y: number, words: string, name: string, anchor = 'start'): string {
  return `<text class="${name}" x="${x}" y="${y}" fill="${COLOURS.text}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The picture as a Markdown image that carries its own data. */
export function pictureInMarkdown(picture: KeepalivePicture): string {
  // What encodeURIComponent() leaves and Markdown would read.
  const data = encodeURIComponent(keepaliveSvg(picture)).replace(
    /[()'*!~]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  return `![${picture.text.replace(/[[\]]/g, '')}](data:image/svg+xml,${data})`;
}
