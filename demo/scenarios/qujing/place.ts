/** 云南省曲靖市, and the last day of document 004. */
export const QUJING = '530300000000'
export const AS_OF = '2025-03-31'
