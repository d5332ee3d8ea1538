export { cronTimetable } from './cron-timetable.js';
