/** Fill a template of the small pack with HTML as its content, for tests. */
import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import {visit} from 'unist-util-visit'
import {formatOf} from '../../src/template/format.ts'
import {loadPack} from '../../src/template/pack.ts'
import {type Rendered, type RenderInput, render, type TemplateData} from '../../src/template/render.ts'
import {loadLocale} from '../../src/template/strings.ts'
import {diagnosed} from './diagnosed.ts'
import {smallPack} from './small-pack.ts'

export interface Filling {
  /** Further files of the pack. */
  files?: Record<string, string>
  content?: string
  data?: Partial<TemplateData>
  foreign?: RenderInput['foreign']
}

/** Fill `template`: what came of it as HTML, the trees, and what was reported. */
export function filled(template: string, {files = {}, content = '', data = {}, foreign = []}: Filling = {}) {
  const world = smallPack({'page.hbs': template, ...files})
  const {result, lines} = diagnosed((report): Rendered | undefined => {
    const pack = loadPack(world, 'small', report)
    const format = pack && formatOf(pack, 'page', report)
    const locale = pack && loadLocale(world, pack, {lang: 'en', fallback: [], report})
    if (!pack || !format || !locale) return
    const defaults: TemplateData = {
      doc: {title: 'Title', authors: [], keywords: []},
      params: {},
      record: null,
      publication: 'news',
      edition: null
    }
    const from = {content: contentTree(content), data: {...defaults, ...data}, foreign}
    return render({world, pack, format, ...from, locale, report})
  })
  return {lines, rendered: result, html: result && toHtml(result.hast)}
}

/** Content with places as to-hast.ts leaves them. */
function contentTree(html: string): Root {
  const root = fromHtml(html, {fragment: true})
  visit(root, 'element', (element: Element) => {
    Object.assign(element, {data: {file: 'content/news/en.md'}})
  })
  return root
}
