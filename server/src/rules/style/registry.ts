// The rules of this folder: what makes a file hard to read. A new rule is one line here.
export { unusedSuppression } from './unused-suppression';
