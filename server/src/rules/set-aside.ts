// Names that people, editors and packages give to files that shall not be read.

const SET_ASIDE =
  /~$|\.(bak|backup|old|orig|save|saved|disabled|off|inactive|example|sample|dist|rpmnew|rpmsave|rpmorig|swp|tmp|(dpkg|ucf)-\w+)$|^\.|^README/i;

/** Whether a file's name says that it is a copy, a sample or switched off. */
export function isSetAside(name: string): boolean {
  return SET_ASIDE.test(name);
}
