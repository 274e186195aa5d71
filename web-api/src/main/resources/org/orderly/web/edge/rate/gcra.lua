-- One request of a caller, by the generic cell rate algorithm; RateLimit.java says what it means.
-- KEYS[1]: the caller's theoretical arrival time, in microseconds; gone when it has passed
-- ARGV: the interval and the tolerance, in microseconds
-- Returns whether it is admitted, until when the quota is used, and how long to wait if not.
local interval = tonumber(ARGV[1])
local tolerance = tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local from = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now)
local wait = from + interval - tolerance - now
if wait > 0 then
  return {0, from - now, wait}
end
local used = from + interval - now
redis.call('SET', KEYS[1], string.format('%.0f', from + interval), 'PX', math.ceil(used / 1000))
return {1, used, 0}
