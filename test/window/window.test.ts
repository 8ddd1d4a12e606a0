/** A real VS Code, driven from outside by mouse and keyboard; what the extension host can ask for itself is in test/e2e. */
import { afterAll, beforeAll, describe } from 'vitest';
import { effectivePanel } from './effective-panel';
import { keepalivePanel } from './keepalive-panel';
import { end, start } from './kit';
import { returningPanels } from './returning-panels';
import { statusItem } from './status-item';
import { untrusted } from './untrusted';

beforeAll(start);
afterAll(end);

describe('effective configuration', effectivePanel);
describe('keepalive', keepalivePanel);
describe('the status item', statusItem);
describe('panels after the window is reloaded', returningPanels);
describe('a workspace that is not trusted', untrusted);
