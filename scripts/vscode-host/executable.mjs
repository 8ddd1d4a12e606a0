#!/usr/bin/env node
// What @vscode/test-electron's runTests() is given as "the VS Code executable" where no desktop VS Code can be had.
// Only a shell: the work is in executable.ts.
import { tsImport } from 'tsx/esm/api';

const { main } = await tsImport('./executable.ts', import.meta.url);
process.exit(await main(process.argv.slice(2)));
