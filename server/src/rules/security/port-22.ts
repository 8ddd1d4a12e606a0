// sshd listens on port 22, where Lynis wants another.
import { lineValue, scopedSetting } from '../../model/effective/scoped-setting';
import { directiveRange, isHere } from '../places';
import { defineRule } from '../rule';
import { isWhole, startOf } from '../setting-rule';

export const port22 = defineRule({
  id: 'port-22',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'sshd listens on port 22, where Lynis wants another.',
  references: ['sshd_config(5), Port', 'Lynis SSH-7408'],
  demands: {
    lynis: { wants: 'not 22' },
  },
  *check(snapshot, { reads }) {
    reads('Port');
    const { by, values } = scopedSetting(snapshot.configuration, 'Port');
    const [line] = by.filter((one) => /^22$/.test(lineValue(one)));
    if (!values.includes('22') || (line === undefined ? !isWhole(snapshot) : !isHere(snapshot, line))) return;
    yield {
      range: line === undefined ? startOf(snapshot) : directiveRange(snapshot, line.placed),
      message:
        'Port 22 is where every scanner looks first. The policy wants another; it makes the log quieter and nothing safer, and above 1023 any user may take the port while sshd is down.',
    };
  },
});
