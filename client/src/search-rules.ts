// Lets the user look for a rule by its name, by what it finds, by category or by policy, and opens its page.
import { commands, l10n, type QuickPickItem, QuickPickItemKind, type TextDocument, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ListedRule, RULES_REQUEST, type RulesParams } from '../../server/src/lsp/messages';

interface RuleItem extends QuickPickItem {
  readonly rule?: ListedRule;
}

const ICONS: Readonly<Record<ListedRule['severity'], string>> = {
  error: '$(error)',
  warning: '$(warning)',
  information: '$(info)',
  hint: '$(lightbulb)',
  off: '$(circle-slash)',
};

/** Shows all rules, as the settings of the document make them; the page of the chosen one is opened. `pages` is the folder of the pages. */
export async function searchRules(
  client: BaseLanguageClient,
  document: TextDocument | undefined,
  pages: Uri,
): Promise<void> {
  const params: RulesParams = document === undefined ? {} : { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const rules = await client.sendRequest<readonly ListedRule[]>(RULES_REQUEST, params);
  const chosen = await window.showQuickPick(itemsOf(rules), {
    title: l10n.t('Rules'),
    placeHolder: l10n.t('A word of what it finds, a category or a policy: "{0}"', 'lynis forwarding'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.rule !== undefined)
    await commands.executeCommand('markdown.showPreview', Uri.joinPath(pages, `${chosen.rule.id}.md`));
}

function itemsOf(rules: readonly ListedRule[]): readonly RuleItem[] {
  const items: RuleItem[] = [];
  let category: string | undefined;
  for (const rule of rules) {
    if (rule.category !== category) items.push({ label: rule.category, kind: QuickPickItemKind.Separator });
    category = rule.category;
    items.push({
      rule,
      label: `${ICONS[rule.severity]} ${rule.id}`,
      description: [rule.severity === 'off' ? l10n.t('off') : rule.severity, rule.category, ...rule.policies].join(
        ', ',
      ),
      detail: rule.summary.replaceAll('`', ''),
    });
  }
  return items;
}
