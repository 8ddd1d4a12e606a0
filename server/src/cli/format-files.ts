// `sshd-config format`: prints, writes or only names the files whose layout would change. What changes, features say.
import { withEdits } from '../base/text-edits';
import { DEFAULT_SETTINGS } from '../model/snapshot';
import { formatEdits, snapshotOf } from '../service';
import { type Decoded, decoded, encoded } from '../workspace/decode';
import { systemTargets } from '../workspace/system-target';
import type { FormatCommand } from './format-arguments';
import type { CliWorld } from './world';

/** 1: `--check` found files to format; 2: something could not be read or written. */
export async function formatFiles(command: FormatCommand, world: CliWorld): Promise<0 | 1 | 2> {
  const systems = systemTargets(world.files);
  let changed = false;
  let failed = false;
  for (const file of command.files) {
    try {
      const { text, ...form } = decoded(await world.readFile(file));
      const uri = world.uriOf(file);
      const systemTarget = await systems.targetOf(uri);
      const after = formattedText(uri, text, command, {
        ...(command.target === undefined ? {} : { askedTarget: command.target }),
        ...(systemTarget === undefined ? {} : { systemTarget }),
      });
      changed ||= after !== text;
      if (command.mode === 'print') await world.out(printable(after, form));
      else if (after !== text && command.mode === 'check') await world.out(`${file}\n`);
      else if (after !== text) await world.writeFile(file, encoded(after, form));
    } catch (error) {
      failed = true;
      await world.err(`sshd-config: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  if (failed) return 2;
  return changed && command.mode === 'check' ? 1 : 0;
}

function formattedText(
  uri: string,
  text: string,
  { format, indent }: FormatCommand,
  facts: Omit<Parameters<typeof snapshotOf>[2], 'settings'>,
): string {
  const snapshot = snapshotOf(uri, text, { settings: { ...DEFAULT_SETTINGS, format }, ...facts });
  const layout = { tabSize: indent === 'tab' ? 1 : indent, insertSpaces: indent !== 'tab' };
  return withEdits(text, formatEdits(snapshot, layout));
}

// Standard output is UTF-8 here; bytes that are none would come out as others.
function printable(text: string, { encoding, byteOrderMark }: Omit<Decoded, 'text'>): string {
  if (encoding === 'latin1') throw new Error('not UTF-8: it can be written with --write, not printed');
  return byteOrderMark ? `\uFEFF${text}` : text;
}
