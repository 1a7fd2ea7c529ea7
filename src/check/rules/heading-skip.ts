import {defineRule} from '../rule.ts'

/** Readers go from heading to heading: a gap in the levels reads as a lost section (PDF/UA, ISO 14289-1, 7.4.2). */
export const headingSkip = defineRule({
  name: 'heading-skip',
  summary: 'Headings go down one level at a time.',
  run({nodes}, report) {
    // The title is the first heading, also where a template does not print it.
    let before = 1
    for (const node of nodes) {
      if (node.type !== 'heading') continue
      if (node.depth > before + 1)
        report(`Unexpected heading of level ${node.depth}, expected level ${before + 1} after level ${before}`, node)
      before = node.depth
    }
  }
})
