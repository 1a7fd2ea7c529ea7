/** pdfmake's writer, which moves on from box to box. */
import type {BoxContext} from './context.ts'
import {PageElementWriter} from './pdfmake.ts'

export class BoxWriter extends PageElementWriter<BoxContext> {
  private readonly repeat: () => void

  /** `repeat` places what stands at the head of each further box. */
  constructor(context: BoxContext, repeat: () => void) {
    super(context)
    this.repeat = repeat
  }

  override moveToNextPage(): void {
    super.moveToNextPage()
    this.repeat()
    const context = this.context()
    context.top = context.y
    context.sync()
  }
}
