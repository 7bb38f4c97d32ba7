/** The folder of the sources. */
export const ROOT: string;
