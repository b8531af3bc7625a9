/** How many Kubernetes objects some texts of YAML hold. */
export function countObjects(texts) {
  return texts.reduce((sum, text) => sum + (text.match(/^kind: /gm)?.length ?? 0), 0);
}
