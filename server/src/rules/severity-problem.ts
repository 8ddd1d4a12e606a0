// Whether a user's severity for a rule makes sense, in words for settings and the command line.
import { SEVERITIES, severityNamed } from '../model/rule-settings';
import { isRefusal } from './active-rules';
import { ruleNamed } from './registry';

/** Why a rule cannot be given that severity; undefined: it can. */
export function severityProblem(id: string, word: unknown): string | undefined {
  const rule = ruleNamed(id);
  if (rule === undefined) return `there is no rule ${id}`;
  if (typeof word !== 'string' || severityNamed(word) === undefined)
    return `${id} is ${JSON.stringify(word)}, not one of ${SEVERITIES.join(', ')}`;
  if (isRefusal(rule) && word !== 'error') return `${id} reports what sshd refuses, which stays an error`;
  return undefined;
}
