/**
 * Ruby, which the image of Fluentd brings, and which every node has already. It calls what the file of its argument lists, waits for a
 * server that is not there yet, and ends with an error where one refuses. Nothing that a user wrote takes part in the text.
 */
export const SCRIPT = `require "json"
require "net/http"

base = URI(ENV.fetch("BASE_URL"))
http = Net::HTTP.new(base.host, base.port)
http.use_ssl = true
http.ca_file = ENV["CA_FILE"] if ENV.key?("CA_FILE")

def call(http, base, request)
  message = Net::HTTP.const_get(request["method"].capitalize).new(base.path.chomp("/") + request["path"])
  message.basic_auth(ENV.fetch("ELASTICSEARCH_USERNAME"), ENV.fetch("ELASTICSEARCH_PASSWORD"))
  message["Content-Type"] = "application/json"
  message["kbn-xsrf"] = "milvus-gitops"
  message.body = JSON.generate(request["body"])
  answer = http.request(message)
  [answer.code.to_i, answer.body]
rescue SystemCallError, SocketError, IOError, Timeout::Error, OpenSSL::SSL::SSLError => error
  [0, error.message]
end

JSON.parse(File.read(ARGV.fetch(0))).each do |request|
  60.times do |attempt|
    code, body = call(http, base, request)
    puts "#{request["method"]} #{request["path"]}: #{code}"
    break if code.between?(200, 299)
    abort body if code.between?(400, 499) && code != 401 && code != 429 || attempt == 59
    puts body
    sleep 10
  end
end
`;
