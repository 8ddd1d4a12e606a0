// How the user wants files laid out. Formats nothing.

/** What stands between keyword and value: one blank, so many that the values of a paragraph line up, or what is there. */
export type Separator = 'space' | 'align' | 'keep';

/** The settings of the formatter. */
export interface FormatSettings {
  /** Whether the lines of a Match block are indented. */
  readonly indentMatch: boolean;
  /** Keywords and criteria in the spelling of the manual, or as they are. */
  readonly keywordCase: 'canonical' | 'keep';
  readonly separator: Separator;
  /** Blank lines in front of a Match line and the comments that belong to it. */
  readonly blankLinesBetweenBlocks: number;
  /** So many blank lines in a row are left anywhere else. */
  readonly mostBlankLines: number;
}

export const DEFAULT_FORMAT_SETTINGS: FormatSettings = {
  indentMatch: true,
  keywordCase: 'canonical',
  separator: 'space',
  blankLinesBetweenBlocks: 1,
  mostBlankLines: 2,
};
