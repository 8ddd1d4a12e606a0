// Only this vendor's sshd knows the keyword.
import { VENDOR_NAMES } from '../../catalog/vendors';
import { defineRule } from '../rule';

export const vendorKeyword = defineRule({
  id: 'vendor-keyword',
  category: 'portability',
  severity: 'hint',
  since: '0.2.0',
  summary: "Only this vendor's sshd knows the keyword.",
  references: ['The catalogue: server/src/catalog/directives/vendor.ts'],
  demands: {},
  lines: ({ entry }) => entry.vendors !== undefined,
  *checkLine({ directive, line }) {
    const vendors = directive?.entry.vendors;
    if (vendors === undefined) return;
    const names = vendors.map((vendor) => VENDOR_NAMES[vendor]).join(', ');
    yield {
      range: line.keyword,
      message: `Only the sshd of ${names} knows \`${directive?.keyword}\`; any other refuses the file. In a file for several systems, put it into a drop-in of its own.`,
    };
  },
});
