/** The folder of the whole project. */
export declare const repository: string;
