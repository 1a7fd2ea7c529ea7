/** The text's mdast into hast: sections, directives as custom elements, footnotes in place, safe links and HTML. */
import type {ElementContent, Root as HastRoot} from 'hast'
import type {
  Heading,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  Table,
  Text
} from 'mdast'
import {toHast as convert, defaultHandlers, type Handlers, type State} from 'mdast-util-to-hast'
import type {Directive} from '../document/mdast.ts'
import {directive} from './hast/components.ts'
import {at, element, placed, type ToHastOptions} from './hast/element.ts'
import {footnotes} from './hast/footnotes.ts'
import {html} from './hast/html.ts'
import {inlinePicture, picture} from './hast/images.ts'
import {joinTags} from './hast/inline-html.ts'
import {checkTargets, link} from './hast/links.ts'
import {sections} from './hast/sections.ts'
import {table} from './hast/tables.ts'

export type {ToHastOptions} from './hast/element.ts'

/**
 * Turn a translated text, its shared texts in place, into hast. Every node has its place and file.
 *
 * Reports what only shows in the whole: `directive-content`, `value-unknown`, `image-missing`, `image-invalid`,
 * `link-unsafe`, `link-unknown`, `reference-unknown` and `html-removed`.
 */
export function toHast(tree: Root, options: ToHastOptions): HastRoot {
  const notes = footnotes(options)
  const made = convert(tree, {handlers: handlers(options, notes)})
  const root: HastRoot = made.type === 'root' ? made : {type: 'root', children: []}
  notes.checkUnused(tree)
  checkTargets(root, options.report)
  return root
}

function handlers(options: ToHastOptions, notes: ReturnType<typeof footnotes>): Handlers {
  const {report} = options
  const own: Record<string, Handler> = {
    heading: (state, node: Heading) => {
      const id = node.data?.id !== undefined && {id: node.data.id}
      // The title is the document's h1: what stands at its level in the text is a part.
      const part = node.depth === 1 && {className: ['part']}
      return element(`h${node.depth}`, {...id, ...part}, state.all(node))
    },
    paragraph: (state, node: Paragraph) => paragraph(state, node, options),
    listItem: (state, node: ListItem) => listItem(state, node),
    table: (state, node: Table) => table(state, node),
    // Markdown's line ends are spaces; a line break is a `break`.
    text: (_, node: Text) => ({type: 'text', value: node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' ')}),
    break: () => element('br', {}, []),
    html: (_, node: Html) => html(node, report),
    link: (state, node: Link) => link(node, state.all(node), at(node))(report),
    linkReference(state, node: LinkReference) {
      const definition = state.definitionById.get(node.identifier.toUpperCase())
      return definition ? link(definition, state.all(node), at(node))(report) : state.all(node)
    },
    image: (_, node: Image) => inlinePicture({...node, src: node.url}, node, options),
    imageReference: (state, node: ImageReference) => inlinePicture(pictureOf(state, node), node, options),
    footnoteReference: (state, node) => notes.reference(state, node),
    footnoteDefinition: () => undefined,
    containerDirective: (state, node: Directive) => directive(state, node, options),
    leafDirective: (state, node: Directive) => directive(state, node, options),
    textDirective: (state, node: Directive) => directive(state, node, options)
  }
  const {root: _, ...blocks} = defaultHandlers
  const all: Readonly<Record<string, Handler>> = {...blocks, ...own}
  const kept = Object.entries(all).map(([type, handler]) => [type, remembering(handler)])
  return {...Object.fromEntries(kept), root: root(report)}
}

type Handler = NonNullable<Handlers[keyof Handlers]>

/** Let what a handler makes keep the place of what it was made from. */
function remembering(handler: Handler): Handler {
  return (state, node: Nodes, parent) => {
    const made = handler(state, node, parent)
    for (const one of [made].flat()) if (one) placed(node, one)
    return made
  }
}

function root(report: ToHastOptions['report']): Handler {
  return (state, node: Root) => {
    const plain = state.all
    // Inline HTML comes tag by tag: it is joined wherever inline nodes stand side by side.
    state.all = (parent) => {
      if (!isInline(parent) || !('children' in parent) || !parent.children.some(({type}) => type === 'html'))
        return plain(parent)
      return joinTags(parent.children, (child) => [state.one(child, parent) ?? []].flat(), report)
    }
    // The handler of a root is the one that may answer with a root.
    return {type: 'root', children: sections(state.all(node))} as unknown as ElementContent
  }
}

function isInline(node: Nodes): boolean {
  return !['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition', 'containerDirective'].includes(node.type)
}

/** A paragraph; where it holds nothing but a picture, a figure with the picture's title as its caption. */
function paragraph(state: State, node: Paragraph, options: ToHastOptions): ElementContent | ElementContent[] {
  const [only, ...others] = node.children.filter((child) => child.type !== 'text' || child.value.trim())
  if (others.length > 0 || (only?.type !== 'image' && only?.type !== 'imageReference'))
    return element('p', {}, state.all(node))
  const found = only.type === 'image' ? {...only, src: only.url} : pictureOf(state, only)
  const caption: ElementContent[] = found.title ? [placed(only, {type: 'text', value: found.title})] : []
  return picture(found, options, {node: only, caption})
}

function pictureOf(state: State, node: ImageReference) {
  const definition = state.definitionById.get(node.identifier.toUpperCase())
  return {src: definition?.url ?? '', title: definition?.title, alt: node.alt}
}

/** A list item keeps its paragraphs, tight or loose: each is a unit with a place and a language of its own. */
function listItem(state: State, node: ListItem): ElementContent {
  const children = state.all(node)
  if (typeof node.checked === 'boolean') {
    const properties = {type: 'checkbox', checked: node.checked, disabled: true}
    const box = placed(node, element('input', properties, []))
    const [first] = children
    if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(box)
    else children.unshift(box)
  }
  return element('li', {}, children)
}
