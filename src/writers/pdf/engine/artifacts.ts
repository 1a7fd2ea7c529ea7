/** What no reader hears, and of which kind it is (ISO 32000-1, 14.8.2.2). */
import type {Shape} from '../content.ts'

export type Artifact =
  | {type: 'Layout'}
  /** Marks for the printer. */
  | {type: 'Page'}
  /** `bounds`: left, bottom, right, top on the page. */
  | {type: 'Background'; bounds: readonly number[]}
  /** `attached`: whether it stands at the edge of the page. */
  | {type: 'Pagination'; running?: 'header' | 'footer' | undefined; attached?: boolean | undefined}

/** Up to this side a rectangle is a rule, above it a ground, pt. */
const THICKEST_RULE = 4

/** A ground behind text, or what separates it. */
export function artifactOf(shapes: readonly Shape[], bounds: readonly number[]): Artifact {
  const isGround = shapes.some((shape) => {
    return shape.shape === 'rect' && Math.min(shape.width, shape.height) > THICKEST_RULE
  })
  return isGround ? {type: 'Background', bounds} : {type: 'Layout'}
}

/** The property list of its marked content. */
export function artifactProperties(artifact: Artifact): string {
  const {type} = artifact
  if (type === 'Layout' || type === 'Page') return `<</Type /${type}>>`
  if (type === 'Background') return `<</Type /${type} /BBox [${artifact.bounds.join(' ')}]>>`
  const {running, attached} = artifact
  const [subtype, edge] = running === 'footer' ? ['Footer', 'Bottom'] : ['Header', 'Top']
  return [
    `<</Type /${type}`,
    ...(running ? [`/Subtype /${subtype}`] : []),
    ...(running && attached ? [`/Attached [/${edge}]`] : []),
    '>>'
  ].join(' ')
}
