// Names that Match lines and login lists mention, for whoever picks a connection.
import type { Configuration } from '../model/configuration';
import type { EffectiveView } from './view-data';

type Field = keyof EffectiveView['names'];

const CRITERIA: Readonly<Record<string, Field>> = {
  User: 'user',
  Group: 'groups',
  Host: 'host',
  Address: 'address',
  LocalAddress: 'localAddress',
  LocalPort: 'localPort',
};
const LISTS: Readonly<Record<string, Field>> = {
  AllowUsers: 'user',
  DenyUsers: 'user',
  AllowGroups: 'groups',
  DenyGroups: 'groups',
};
const MOST = 200;

/** The names by field; patterns and networks are left out, because they are no names. */
export function mentionedNames({ readings, directives }: Configuration): EffectiveView['names'] {
  const names = new Map<Field, Set<string>>();
  const add = (field: Field | undefined, name: string) => {
    if (field === undefined || name === '' || /[*?/]/.test(name)) return;
    const known = names.get(field) ?? new Set();
    names.set(field, known);
    if (known.size < MOST) known.add(name);
  };
  add('user', 'root');
  for (const { model } of readings)
    for (const { criteria } of model.blocks)
      for (const { criterion, value } of criteria.criteria)
        for (const name of value?.value.split(',') ?? []) add(CRITERIA[criterion.name], name.replace(/^!/, ''));
  for (const { placed } of directives) {
    const field = LISTS[placed.directive?.slot ?? ''];
    if (field === undefined) continue;
    for (const { value } of placed.line.words) add(field, field === 'user' ? value.replace(/@[^@]*$/, '') : value);
  }
  const of = (field: Field) => [...(names.get(field) ?? [])];
  return {
    user: of('user'),
    groups: of('groups'),
    host: of('host'),
    address: of('address'),
    localAddress: of('localAddress'),
    localPort: of('localPort'),
  };
}
