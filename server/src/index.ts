// The library: what other programs may use of the core. Starts nothing and reads no files.
export { TARGETS, type Target, targetNamed } from './catalog/targets';
export {
  DEFAULT_SETTINGS,
  type KeepaliveSettings,
  type Settings,
  type Snapshot,
  type TargetSource,
} from './model/snapshot';
export { RULES } from './rules/registry';
export type { Finding, Fix, Related, Rule, Severity } from './rules/rule';
export * from './service';
export type { TextEdit } from './syntax/parse';
