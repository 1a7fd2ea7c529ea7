import {defineRule} from '../rule.ts'

/** Title bars, catalogues and screen readers name a document by its title (PDF/UA, ISO 14289-1, 7.1). */
export const titleMissing = defineRule({
  name: 'title-missing',
  summary: 'A document has a title.',
  run({document}, report) {
    if (!document.meta.title.trim()) report('Unexpected document without a title, expected one', document)
  }
})
