import {plainText} from '../../document/text.ts'
import {defineRule} from '../rule.ts'

/** A heading without words leaves a hole in outlines and tables of contents. */
export const headingEmpty = defineRule({
  name: 'heading-empty',
  summary: 'A heading has words.',
  run({document, nodes}, report) {
    for (const node of nodes) {
      if (node.type !== 'heading' || plainText(node.children).trim()) continue
      // Where there is no title, its heading in the template is not what has to be mended.
      if (node.depth > 1 || document.meta.title.trim()) report('Unexpected heading without words, expected some', node)
    }
  }
})
