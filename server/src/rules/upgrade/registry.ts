// The rules of this folder: what the release one is about to move to refuses, drops or reads differently. A new rule is one line here.
export { algorithmsGoneAfterUpgrade } from './algorithms-gone-after-upgrade';
export { changesWithUpgrade } from './changes-with-upgrade';
export { defaultChangesWithUpgrade } from './default-changes-with-upgrade';
export { droppedAfterUpgrade } from './dropped-after-upgrade';
export { readDifferentlyAfterUpgrade } from './read-differently-after-upgrade';
export { refusedAfterUpgrade } from './refused-after-upgrade';
