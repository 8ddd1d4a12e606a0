// Who decides which rules speak: policy, settings and comments. Refusals of sshd are beyond all of them.
import { describe, expect, test } from 'vitest';
import { GUIDES, POLICIES, type Policy } from '../../server/src/catalog/policies';
import type { RuleSettings } from '../../server/src/model/rule-settings';
import { activeRules, demandOf, isRefusal } from '../../server/src/rules/active-rules';
import { RULES } from '../../server/src/rules/registry';
import { defineRule } from '../../server/src/rules/rule';
import { actionsAt, applied } from '../kit/expect-actions';
import { findingsOf } from '../kit/expect-findings';
import { snapshotFrom } from '../kit/snapshot';

const rule = defineRule({
  id: 'asked',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: '',
  references: [],
  demands: {
    cis: { wants: 'at most 4', value: 4 },
    lynis: { wants: 'at most 3', value: 3, severity: 'information' },
    stig: 'off',
  },
  check: (_, { demand }) => [{ range: { start: 0, end: 1 }, message: String(demand?.value) }],
});

function said(ruleSettings: Partial<RuleSettings>): readonly string[] {
  return findingsOf(snapshotFrom('Port 22\n', { ruleSettings }), [rule]).map(
    ({ severity, message }) => `${severity} ${message}`,
  );
}

describe('policies', () => {
  test.each<[Policy, readonly string[]]>([
    ['recommended', []],
    ['cis', ['warning 4']],
    ['lynis', ['information 3']],
    ['stig', []],
    ['mozilla', []],
    ['none', []],
    ['all', ['information 3']],
  ])('%s', (policy, expected) => {
    expect(said({ policy })).toEqual(expected);
  });

  test('every rule about refusals runs under every policy, and the others not under none', () => {
    for (const policy of Object.keys(POLICIES) as Policy[]) {
      const ran = activeRules(RULES, { policy, severities: {}, keywords: [] }).map((one) => one.rule);
      expect(RULES.filter((one) => isRefusal(one) && !ran.includes(one))).toEqual([]);
      if (policy === 'none') expect(ran.filter((one) => !isRefusal(one))).toEqual([]);
      if (policy === 'all') expect(ran).toEqual(RULES);
    }
  });

  test('every guide asks for something, and every demand says what', () => {
    for (const guide of GUIDES)
      expect(RULES.filter(({ demands }) => demands?.[guide]).length, guide).toBeGreaterThan(0);
    for (const { id, demands = {} } of RULES)
      for (const demand of Object.values(demands)) if (demand !== 'off') expect(demand.wants, id).toMatch(/\S/);
  });
});

describe('severities', () => {
  test('go before the policy', () => {
    expect(said({ severities: { asked: 'error' } })).toEqual(['error 3']);
    expect(said({ policy: 'cis', severities: { asked: 'off' } })).toEqual([]);
    expect(said({ policy: 'stig', severities: { asked: 'hint' } })).toEqual(['hint 3']);
    expect(said({ severities: { toString: 'off' } as never })).toEqual([]);
  });

  test('do not touch refusals', () => {
    const severities = { 'unknown-directive': 'off', 'bad-argument': 'hint' } as const;
    const found = findingsOf(snapshotFrom('Prot 22\nPort x\n', { ruleSettings: { policy: 'none', severities } }));
    expect(found.map((one) => `${one.severity} ${one.rule}`)).toEqual([
      'error unknown-directive',
      'error bad-argument',
    ]);
  });

  test('the same settings give the same list, so that findings of lines are kept', () => {
    const settings = () => ({ policy: 'cis', severities: { asked: 'hint' }, keywords: ['x'] }) as const;
    expect(activeRules(RULES, settings())).toBe(activeRules(RULES, settings()));
    expect(activeRules(RULES, settings())).not.toBe(activeRules(RULES, { ...settings(), keywords: [] }));
    expect(demandOf(rule, 'all')).toMatchObject({ value: 3 });
  });
});

test('a keyword that the user knows is not reported, in any case', () => {
  const text = 'NoSuchWord 1\n';
  const unknown = RULES.filter(({ id }) => id === 'unknown-directive');
  expect(findingsOf(snapshotFrom(text, { ruleSettings: { keywords: ['nosuchword'] } }), unknown)).toEqual([]);
  expect(findingsOf(snapshotFrom(text), unknown)).toHaveLength(1);
});

describe('comments', () => {
  const rulesFound = (text: string) =>
    findingsOf(snapshotFrom(text))
      .filter(({ severity }) => severity !== 'hint')
      .map((one) => one.rule);

  test.each([
    ['above the line', '# sshd-config: ignore[max-sessions-zero] tunnels\nMaxSessions 0\n'],
    ['with lines between', '# sshd-config: ignore[max-sessions-zero]\n\n# more\nMaxSessions 0\n'],
    ['behind the directive', 'MaxSessions 0 # sshd-config: ignore[max-sessions-zero] tunnels\n'],
    ['for the file', 'MaxSessions 0\n#sshd-config: ignore-file[max-sessions-zero]\n'],
    [
      'for the global section',
      '# sshd-config: ignore-block[max-sessions-zero]\nPort 22\nMaxSessions 0\nMatch User x\nPermitTTY no\n',
    ],
    [
      'above a block',
      'Match User a\nPermitTTY no\n# sshd-config: ignore-block[max-sessions-zero]\nMatch User b\nMaxSessions 0\n',
    ],
    ['inside a block', 'Match User b\nMaxSessions 0\n# sshd-config: ignore-block[max-sessions-zero, other]\n'],
  ])('%s', (_, text) => {
    expect(rulesFound(text).filter((id) => id === 'max-sessions-zero')).toEqual([]);
  });

  test.each([
    ['only the next line', '# sshd-config: ignore[max-sessions-zero]\nPort 22\nMaxSessions 0\n'],
    ['only its own block', '# sshd-config: ignore-block[max-sessions-zero]\nPort 22\nMatch User x\nMaxSessions 0\n'],
    ['nothing without a name', '# sshd-config: ignore\nMaxSessions 0\n'],
    ['nothing as part of a command', 'MaxSessions 0\nForceCommand x # sshd-config: ignore-file[max-sessions-zero]\n'],
  ])('reach %s', (_, text) => {
    expect(rulesFound(text)).toContain('max-sessions-zero');
  });

  test('take no refusal away', () => {
    expect(rulesFound('# sshd-config: ignore[unknown-directive]\nProt 22\n')).toEqual([
      'unused-suppression',
      'unknown-directive',
    ]);
  });

  test('are written by a quick fix, except for refusals', () => {
    const { document, actions } = actionsAt('Port 22\n  MaxSessions <|>0\n');
    const action = actions.find(({ title }) => title === "Silence 'max-sessions-zero' for this line");
    expect(action && applied(document, action)).toBe(
      'Port 22\n  # sshd-config: ignore[max-sessions-zero]\n  MaxSessions 0\n',
    );
    expect(actionsAt('Pr<|>ot 22\n').actions.filter(({ title }) => /Silence .unknown-directive/.test(title))).toEqual(
      [],
    );
  });
});
