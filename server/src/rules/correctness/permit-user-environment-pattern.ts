// PermitUserEnvironment with a yes or no that sshd does not take for one: since 7.8 it is a pattern of names and switches the feature on.
import { ownValue } from '../../base/own-value';
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

const MEANT: Readonly<Record<string, 'yes' | 'no'>> = {
  yes: 'yes',
  true: 'yes',
  on: 'yes',
  '1': 'yes',
  enable: 'yes',
  enabled: 'yes',
  no: 'no',
  false: 'no',
  off: 'no',
  '0': 'no',
  none: 'no',
  never: 'no',
  disable: 'no',
  disabled: 'no',
};

export const permitUserEnvironmentPattern = defineRule({
  id: 'permit-user-environment-pattern',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A PermitUserEnvironment such as `No` or `false`, which since OpenSSH 7.8 is a pattern of variable names.',
  references: ['https://man.openbsd.org/sshd_config#PermitUserEnvironment', 'servconf.c: sPermitUserEnvironment'],
  lines: ofKeyword('PermitUserEnvironment'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || !snapshot.catalog.since('7.8p1')) return;
    const { value } = word;
    const name = value.split(',').find((one) => ownValue(MEANT, one.toLowerCase()) !== undefined);
    if (name === undefined || value === 'yes' || value === 'no' || !isAccepted(placed, snapshot)) return;
    const meant = name === value ? ownValue(MEANT, value.toLowerCase()) : undefined;
    yield {
      range: word,
      message: `sshd knows only \`yes\` and \`no\` in lower case here; \`${value}\` is a pattern of variable names, and lets users set variables of that name.${meant === undefined ? '' : ` Write \`${meant}\`.`}`,
      ...(meant === undefined ? {} : { fixes: [writing(word, meant)] }),
    };
  },
});
