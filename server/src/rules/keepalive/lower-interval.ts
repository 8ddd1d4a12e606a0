// The interval to advise for a NAT, and the fix that sets it.
import { longestSafeInterval } from '../../model/keepalive';
import type { Snapshot } from '../../model/snapshot';
import type { Fix } from '../rule';
import { type JudgedKeepalive, setValue, withFixes } from './scopes';

/** The user's own recommended interval where it is short enough, else the longest that is. */
export function lowerInterval(
  snapshot: Snapshot,
  scope: JudgedKeepalive,
  natTimeout: number,
): { readonly wished: number; readonly fixes: { readonly fixes?: readonly Fix[] } } {
  const { keepalive } = snapshot.settings;
  const wished = Math.min(keepalive.interval || 60, longestSafeInterval(natTimeout, snapshot.catalog.target.release));
  const fix = setValue(snapshot, scope, 'ClientAliveInterval', wished);
  return { wished, fixes: withFixes(fix && { ...fix, preferred: true }) };
}
