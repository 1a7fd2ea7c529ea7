/** Pictures: found beside the text, in the version for the language where there is one. */

import type {ElementContent} from 'hast'
import type {Nodes} from 'mdast'
import {readPicture} from '../../picture/read.ts'
import {joinPath, OutsideError} from '../../world.ts'
import {at, component, element, type ToHastOptions} from './element.ts'

export interface Picture {
  src: string
  alt?: string | null | undefined
  credit?: string | null | undefined
  licence?: string | null | undefined
  /** Point that must be seen where the picture is cut, `30% 60%`. */
  focus?: string | null | undefined
  /** Present, with any value, where the picture only decorates. */
  decorative?: string | null | undefined
}

/** Make a figure, a picture on its own line; where it cannot be found, its caption is left. */
export function picture(
  {src, alt, credit, licence, focus, decorative}: Picture,
  options: ToHastOptions,
  {node, caption}: {node: Nodes; caption: ElementContent[]}
): ElementContent | ElementContent[] {
  const found = findImage(src, node, options)
  if (found === undefined) return caption.length > 0 ? element('p', {}, caption) : []
  const look = {
    ...(typeof decorative === 'string' && {decorative: true}),
    ...(credit && {credit}),
    ...(licence && {licence}),
    ...(focus && {focus})
  }
  return component('figure', {src: found, alt: alt ?? '', ...look}, caption)
}

/** Make a picture within a line; where it cannot be found, its description is left. */
export function inlinePicture({src, alt}: Picture, node: Nodes, options: ToHastOptions): ElementContent {
  const found = findImage(src, node, options)
  return found === undefined ? {type: 'text', value: alt ?? ''} : element('img', {src: found, alt: alt ?? ''}, [])
}

/**
 * Find the picture `src`, written in the file of `node`: its World path, `map.ar.svg` rather than `map.svg` in Arabic, else
 * the one for a language to fall back to.
 * Reports `image-missing`, `image-invalid` and `file-outside`.
 */
function findImage(src: string, node: Nodes, options: ToHastOptions): string | undefined {
  const {report} = options
  const file = node.data?.file ?? ''
  if (/^([a-z][a-z\d+.-]+:|\/)/i.test(src)) {
    report('image-missing', `Unexpected picture \`${src}\`, expected a file beside the text`, at(node))
    return
  }
  const path = joinPath(file, decoded(src))
  try {
    const found = versions(path, [options.locale.lang, ...(options.fallback ?? [])]).map((name) => ({
      name,
      bytes: options.world.read(name)
    }))
    const {name, bytes} = found.find((version) => version.bytes) ?? {}
    if (name === undefined || !bytes) {
      report('image-missing', `Unexpected picture \`${src}\` that is not there, expected \`${path}\``, at(node))
      return
    }
    const picture = readPicture(bytes, name)
    if (picture.kind !== 'unusable') return name
    const {unexpected, expected, advice} = picture
    report('image-invalid', `Unexpected ${unexpected} in \`${name}\`, expected ${expected}`, at(node), advice)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    report('file-outside', `Unexpected path \`${src}\` out of the project`, at(node))
  }
  return
}

function versions(path: string, langs: readonly string[]): string[] {
  const dot = path.lastIndexOf('.')
  if (dot <= path.lastIndexOf('/')) return [path]
  const version = (tag: string) => `${path.slice(0, dot)}.${tag}${path.slice(dot)}`
  const tags = langs.flatMap((lang) => [lang, lang.split('-')[0] ?? lang])
  return [...new Set([...tags.map(version), path])]
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
