// The rules of this folder: old names, and keywords that do nothing any more. A new rule is one line here.
export { aliasDirective } from './alias-directive';
export { obsoleteDirective } from './obsolete-directive';
export { oldNameOfProhibitPassword } from './old-name-of-prohibit-password';
