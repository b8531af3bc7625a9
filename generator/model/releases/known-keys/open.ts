/** The end of a name that stands for every key below it: Milvus takes the section as a map (`ParamGroup` in its source). */
export const OPEN = ".*";
