// What a set of pictures is given: windows to open, files to make, pictures to keep.
import type { Page } from 'playwright-core';
import type { WindowOptions } from '../vscode-host/workbench';

export interface Camera {
  /** Opens a file in a window of its own, hands the page over and closes it. */
  readonly show: (file: string, take: (page: Page) => Promise<void>, options?: WindowOptions) => Promise<void>;
  /** Writes a file `sshd_config`, or several by their paths, into a folder of this name; hands over the path of the first. */
  readonly made: (name: string, files: string | Readonly<Record<string, string>>) => Promise<string>;
  /** Writes docs/images/NAME.png once nothing moves any more. */
  readonly save: (page: Page, name: string) => Promise<void>;
}
