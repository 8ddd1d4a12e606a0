// The interval to advise for a NAT, and the fix that sets it.
import { adviceFor } from '../../model/keepalive-advice';
import type { Snapshot } from '../../model/snapshot';
import type { Fix } from '../rule';
import { type JudgedKeepalive, setValue, withFixes } from './scopes';

/** The advised interval: it fits the path that is named. */
export function lowerInterval(
  snapshot: Snapshot,
  scope: JudgedKeepalive,
): { readonly wished: number; readonly fixes: { readonly fixes?: readonly Fix[] } } {
  const wished = adviceFor(snapshot).interval;
  const fix = setValue(snapshot, scope, 'ClientAliveInterval', wished);
  return { wished, fixes: withFixes(fix && { ...fix, preferred: true }) };
}
