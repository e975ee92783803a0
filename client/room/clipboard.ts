import { giveReceipt } from '../controls/receipts.tsx'

/** Puts text on the clipboard and says so. */
export function copyText(text: string, receipt: string): void {
  void navigator.clipboard.writeText(text).then(() => giveReceipt(receipt))
}
