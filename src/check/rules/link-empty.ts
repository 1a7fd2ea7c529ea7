import {plainText} from '../../document/text.ts'
import {defineRule} from '../rule.ts'

/** A link without words cannot be seen, nor can a screen reader say where it leads (WCAG 2.4.4). */
export const linkEmpty = defineRule({
  name: 'link-empty',
  summary: 'A link has words.',
  run({nodes}, report) {
    for (const node of nodes)
      if (node.type === 'link' && !plainText(node.children).trim())
        report(`Unexpected link to \`${node.url}\` without words, expected some`, node)
  }
})
