let asked: Promise<void> | undefined

/** Makes the style sheet `work` ready; rejects when it does not come, so that the page is not shown without it. */
export function loadWorkStyles(): Promise<void> {
  asked ??= new Promise<void>((ready, failed) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = document.querySelector<HTMLMetaElement>('meta[name="forteckna-work"]')?.content ?? ''
    link.onload = () => ready()
    link.onerror = () => {
      asked = undefined
      link.remove()
      failed(new Error('the style sheet of the page did not come'))
    }
    document.head.append(link)
  })
  return asked
}
