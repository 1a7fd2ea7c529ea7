import {defineRule} from '../rule.ts'

/** A picture without words is silence to a screen reader, and PDF/UA rejects it (ISO 14289-1, 7.3). */
export const imageAlt = defineRule({
  name: 'image-alt',
  summary: 'A picture says what it shows, or says that it is decoration.',
  run({nodes}, report) {
    for (const node of nodes) {
      if (node.type !== 'figure' && node.type !== 'image') continue
      const alt = node.alt.trim()
      if (node.decorative && alt) report('Unexpected description of a decorative picture, expected none', node)
      if (!node.decorative && !alt) report('Unexpected picture without a description, expected `alt`', node)
    }
  }
})
