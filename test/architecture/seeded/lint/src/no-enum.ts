export enum Tier {
  County,
}
