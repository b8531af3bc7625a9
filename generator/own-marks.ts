const MARK = "Generated-by: milvus-gitops";

/**
 * The lines at the end of a commit's message by which it is known as this program's, which may make it anew. They name the parent and
 * the tree, because one that a person amended or rebased keeps our words.
 */
export function ownMarks(parent: string, tree: string): readonly string[] {
  return [MARK, `Generated-on: ${parent}`, `Generated-tree: ${tree}`];
}
